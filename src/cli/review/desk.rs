//! What a review judges with: the configurations, and a linter for the file at hand.

use std::path::Path;
use std::sync::Arc;

use crate::cli::configuration::{Choice, CommandLine, Configurations, Problem, Profile};
use crate::lint::Linter;

/// The configurations of a review and the linter that was used last.
pub struct Desk {
    choice: Choice,
    command_line: CommandLine,
    /// The configurations as they were read last.
    pub configurations: Configurations,
    linter: Option<(Arc<Profile>, Linter<'static>)>,
}

impl Desk {
    /// A desk with the rules that the command line asks for.
    pub fn new(choice: Choice, command_line: CommandLine) -> Self {
        let configurations = Configurations::new(choice.clone(), command_line.clone());
        Self { choice, command_line, configurations, linter: None }
    }

    /// Reads all configurations and word files anew when they are needed next.
    pub fn reload(&mut self) {
        *self = Self::new(self.choice.clone(), self.command_line.clone());
    }

    /// The linter for the file at `path`.
    ///
    /// # Errors
    /// What is wrong with its configuration.
    pub fn linter(&mut self, path: &Path) -> Result<&mut Linter<'static>, Problem> {
        let profile = self.configurations.profile(path)?;
        let known = self.linter.take().filter(|(of, _)| Arc::ptr_eq(of, &profile));
        let made = known.unwrap_or_else(|| {
            let linter = Linter::shared(profile.rules.clone());
            (profile, linter)
        });
        Ok(&mut self.linter.insert(made).1)
    }
}
