//! What is known of open texts, and when it has to be found out anew.

use std::sync::Arc;

use serde_json::Value;

use super::client::Asked;
use super::server::{Phase, Server};
use super::uri;
use super::watch::Watch;
use crate::diagnostic::Diagnostic;

impl Server {
    /// What the rules say of the text, as it is now. Of one on which the program fails they say nothing until it changes.
    pub(super) fn found(&mut self, uri: &str) -> Option<Arc<Vec<Diagnostic>>> {
        let known = self.buffers.get(uri)?.found.clone();
        if known.is_some() {
            return known;
        }
        let checked = self.guarded(|server| {
            let buffer = server.buffers.get_mut(uri)?;
            Some(server.projects.check(buffer))
        });
        let found = match checked {
            None => Vec::new(),
            Some(checked) => match checked? {
                Ok(found) => found,
                Err(problem) => {
                    let path = self.buffers.get(uri)?.path.clone();
                    let here = self.projects.folder_of(path.as_deref()).path.clone();
                    self.complain(&here, &problem);
                    Vec::new()
                }
            },
        };
        let found = Arc::new(found);
        self.buffers.get_mut(uri)?.found = Some(found.clone());
        Some(found)
    }

    /// Reads all configurations again, and has every text checked under them.
    pub(super) fn reload(&mut self) {
        self.projects.reload();
        self.forget_findings();
    }

    /// Has every text checked anew.
    pub(super) fn forget_findings(&mut self) {
        self.generation += 1;
        self.watch = Watch::default();
        for file in std::mem::take(&mut self.faulty) {
            self.clear(&uri::of_path(&file));
        }
        std::mem::take(&mut self.told).iter().for_each(|uri| self.clear(uri));
        for buffer in self.buffers.values_mut() {
            buffer.found = None;
            buffer.is_stale = true;
        }
        if self.phase == Phase::Open && self.client.can.pulls && self.client.can.refreshes {
            self.client.ask("workspace/diagnostic/refresh", Value::Null, Asked::Nothing);
        }
        self.restart_errands();
    }

    /// Looks whether configuration files have changed, where the client does not tell.
    pub(super) fn look_at_files(&mut self) {
        if self.phase == Phase::Open && !self.client.can.watches {
            let paths = self.buffers.values().filter_map(|buffer| buffer.path.as_deref());
            if self.watch.look(paths) {
                self.reload();
            }
        }
    }
}
