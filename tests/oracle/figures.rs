//! A report as a flat list of named figures, in one order: what two computations are compared by.

use super::exact::Fraction;

/// One figure, and how closely two computations of it must agree.
#[derive(Clone, Debug)]
pub enum Figure {
    /// To within 10⁻⁶ dollars.
    Dollars(Option<Fraction>),
    /// To within 10⁻⁹ percent.
    Percent(Option<Fraction>),
    /// Exactly.
    Number(Option<Fraction>),
    /// Word for word: names, dates, yes and no.
    Text(String),
}

/// Named figures; a name says where in the report the figure stands.
#[derive(Default)]
pub struct Sheet {
    within: Vec<String>,
    pub figures: Vec<(String, Figure)>,
}

impl Sheet {
    fn put(&mut self, name: &str, figure: Figure) {
        let mut full = self.within.join(".");
        if !full.is_empty() {
            full.push('.');
        }
        full.push_str(name);
        self.figures.push((full, figure));
    }

    /// Figures of a part of the report.
    pub fn part(&mut self, name: impl Into<String>, fill: impl FnOnce(&mut Self)) {
        self.within.push(name.into());
        fill(self);
        self.within.pop();
    }

    pub fn dollars(&mut self, name: &str, value: Option<Fraction>) {
        self.put(name, Figure::Dollars(value));
    }

    pub fn percent(&mut self, name: &str, value: Option<Fraction>) {
        self.put(name, Figure::Percent(value));
    }

    pub fn number(&mut self, name: &str, value: Option<Fraction>) {
        self.put(name, Figure::Number(value));
    }

    pub fn text(&mut self, name: &str, value: impl ToString) {
        self.put(name, Figure::Text(value.to_string()));
    }

    /// A text that may be missing.
    pub fn maybe(&mut self, name: &str, value: Option<impl ToString>) {
        self.text(name, value.map_or("none".to_owned(), |v| v.to_string()));
    }

    pub fn get(&self, name: &str) -> &Figure {
        let found = self.figures.iter().find(|(own, _)| own == name);
        &found.unwrap_or_else(|| panic!("no figure {name}")).1
    }

    /// A figure's value, where it has one.
    pub fn value(&self, name: &str) -> Option<&Fraction> {
        match self.get(name) {
            Figure::Dollars(value) | Figure::Percent(value) | Figure::Number(value) => {
                value.as_ref()
            }
            Figure::Text(text) => panic!("{name} is the text {text}"),
        }
    }

    pub fn words(&self, name: &str) -> &str {
        match self.get(name) {
            Figure::Text(text) => text,
            other => panic!("{name} is the number {other:?}"),
        }
    }
}
