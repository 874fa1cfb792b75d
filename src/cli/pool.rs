//! Many jobs on all processors, their results in the order of the jobs.

use std::collections::BTreeMap;
use std::ops::ControlFlow;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::mpsc;
use std::thread;

/// So many batches of jobs are there at least for every thread, so that all end at about the same time.
const BATCHES: usize = 64;
/// So many jobs are in a batch at most, so that results are shown as they come.
const MOST_AT_ONCE: usize = 16;

/// Does `work` on every job, with a state per thread that `state` makes, and gives the results to `take` one after the
/// other, in the order of `jobs`, as they become ready. No new job is begun once `take` breaks.
///
/// A thread takes several jobs at once where there are very many: to hand over every result by itself would interrupt
/// the work of the others as often.
pub fn run<J: Sync, S, R: Send>(
    jobs: &[J],
    state: impl Fn() -> S + Sync,
    work: impl Fn(&mut S, &J) -> R + Sync,
    mut take: impl FnMut(R) -> ControlFlow<()>,
) {
    let threads = thread::available_parallelism().map_or(1, usize::from).min(jobs.len());
    if threads <= 1 {
        let mut state = state();
        let _broken_off = jobs.iter().try_for_each(|job| take(work(&mut state, job)));
        return;
    }
    let batches: Vec<&[J]> = jobs.chunks((jobs.len() / threads / BATCHES).clamp(1, MOST_AT_ONCE)).collect();
    let (next, is_over) = (AtomicUsize::new(0), AtomicBool::new(false));
    thread::scope(|scope| {
        let (sender, receiver) = mpsc::channel();
        for _ in 0..threads {
            let sender = sender.clone();
            let (next, is_over, batches, state, work) = (&next, &is_over, &batches, &state, &work);
            scope.spawn(move || {
                let mut state = state();
                loop {
                    let number = next.fetch_add(1, Ordering::Relaxed);
                    let Some(batch) = batches.get(number) else { return };
                    let wanted = batch.iter().take_while(|_| !is_over.load(Ordering::Relaxed));
                    let results: Vec<R> = wanted.map(|job| work(&mut state, job)).collect();
                    if results.len() < batch.len() || sender.send((number, results)).is_err() {
                        return;
                    }
                }
            });
        }
        drop(sender);
        if in_order(&receiver, &mut take).is_break() {
            is_over.store(true, Ordering::Relaxed);
        }
    });
}

/// Gives the results of the batches, which come with their numbers, to `take` one by one.
fn in_order<R>(
    receiver: &mpsc::Receiver<(usize, Vec<R>)>,
    take: &mut impl FnMut(R) -> ControlFlow<()>,
) -> ControlFlow<()> {
    let (mut early, mut due) = (BTreeMap::new(), 0);
    for (number, results) in receiver {
        early.insert(number, results);
        while let Some(results) = early.remove(&due) {
            due += 1;
            results.into_iter().try_for_each(&mut *take)?;
        }
    }
    ControlFlow::Continue(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_come_in_the_order_of_the_jobs_until_enough() {
        let jobs: Vec<usize> = (0..500).collect();
        let mut taken = Vec::new();
        let slow = |(): &mut (), job: &usize| {
            if job.is_multiple_of(7) {
                thread::yield_now();
            }
            job * 2
        };
        run(
            &jobs,
            || (),
            slow,
            |result| {
                taken.push(result);
                ControlFlow::Continue(())
            },
        );
        assert_eq!(taken, jobs.iter().map(|job| job * 2).collect::<Vec<_>>());
        taken.clear();
        run(
            &jobs,
            || (),
            slow,
            |result| {
                taken.push(result);
                if result == 20 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
            },
        );
        assert_eq!(taken.len(), 11);
    }
}
