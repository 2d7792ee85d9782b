//! No core dumps: they would hold the names and pay of unsaved offers.

/// From now on a crash of this process leaves no image of its memory, nor do those of the programs it
/// starts. Where the system refuses, it goes on: nothing is lost but this.
pub fn forbid() {
    #[cfg(unix)]
    {
        use rustix::process::{Resource, Rlimit, setrlimit};
        let none = Rlimit {
            current: Some(0),
            maximum: Some(0),
        };
        let _ = setrlimit(Resource::Core, none);
    }
    // A dump that is piped to another program knows no limit: let it hold no memory. Not
    // "undumpable", which would keep the system's file dialogs from knowing who asks.
    #[cfg(target_os = "linux")]
    let _ = std::fs::write("/proc/self/coredump_filter", "0");
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::*;

    #[test]
    fn the_limit_is_zero_and_no_memory_would_be_written() {
        forbid();
        let limits = std::fs::read_to_string("/proc/self/limits").unwrap();
        let core = limits
            .lines()
            .find(|line| line.starts_with("Max core file size"))
            .unwrap();
        let words: Vec<&str> = core.split_whitespace().collect();
        assert_eq!(&words[4..6], ["0", "0"], "{core}");
        let filter = std::fs::read_to_string("/proc/self/coredump_filter").unwrap();
        assert_eq!(filter.trim().trim_start_matches('0'), "");
    }
}
