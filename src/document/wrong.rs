//! What is wrong with what was typed into the fields of a page, field by field: all of it at once, so that each
//! trouble can stand beside what caused it.

/// What is wrong, by field, in the order in which the fields stand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wrong<K>(Vec<(K, String)>);

impl<K> Default for Wrong<K> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<K: PartialEq> Wrong<K> {
    /// What was read of a field; what is wrong with it is kept.
    pub fn taken<T>(&mut self, at: K, read: Result<T, String>) -> Option<T> {
        match read {
            Ok(value) => Some(value),
            Err(words) => {
                self.tell(at, words);
                None
            }
        }
    }

    /// The same of a field that may be empty.
    pub fn taken_if<T>(
        &mut self,
        at: K,
        typed: &str,
        read: impl FnOnce(&str) -> Result<T, String>,
    ) -> Option<T> {
        match typed.trim() {
            "" => None,
            typed => self.taken(at, read(typed)),
        }
    }

    /// Something is wrong with a field.
    pub fn tell(&mut self, at: K, words: impl Into<String>) {
        self.0.push((at, words.into()));
    }

    /// What is wrong with a field: the first thing.
    #[must_use]
    pub fn of(&self, at: &K) -> Option<&str> {
        let found = self.0.iter().find(|(of, _)| of == at);
        found.map(|(_, words)| words.as_str())
    }

    /// Whether nothing is wrong.
    #[must_use]
    pub fn is_nothing(&self) -> bool {
        self.0.is_empty()
    }

    /// What was read of all fields.
    ///
    /// # Errors
    /// What is wrong, where something is.
    pub fn or<T>(self, read: Option<T>) -> Result<T, Self> {
        match read {
            Some(read) if self.0.is_empty() => Ok(read),
            _ => Err(self),
        }
    }
}
