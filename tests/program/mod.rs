//! The program as another program calls it.

use std::process::Command;

use serde_json::Value;

/// What `report --format json` prints of a scenario, named from the top of the repository.
pub fn report(scenario: &str) -> Value {
    let run = Command::new(env!("CARGO_BIN_EXE_counteroffer"))
        .args(["report", scenario, "--format", "json"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .unwrap();
    assert!(
        run.status.success(),
        "{scenario}: {}",
        String::from_utf8_lossy(&run.stderr)
    );
    serde_json::from_slice(&run.stdout).unwrap()
}
