//! Where a task stands in its sentence.

use crate::compose::sentence::lexicon::{AHEAD, TASK_LEADS, TASK_VERBS};
use crate::compose::sentence::starts_with;

/// Where a task begins: after `như:`, at the verb after `đề nghị …` or `Thời gian tới, …`, or at the sentence's own.
pub fn task_start(text: &[char]) -> usize {
    let task_at = |at: usize| TASK_VERBS.iter().any(|v| starts_with(&text[at..], v));
    let words: Vec<usize> = (0..text.len()).filter(|i| *i == 0 || text[i - 1] == ' ').collect();
    let lead = words.iter().find_map(|at| {
        let lead = TASK_LEADS.iter().find(|l| starts_with(&text[*at..], l))?;
        Some(at + lead.chars().count() + 1)
    });
    if let Some(start) = lead.filter(|s| *s < text.len()) {
        return start;
    }
    let asks = ["đề nghị", "yêu cầu", "đề ra"];
    let ask = words.iter().position(|at| asks.iter().any(|a| starts_with(&text[*at..], a)));
    let ahead = AHEAD.iter().any(|start| starts_with(text, start)).then_some(0);
    let after = ask.or(ahead).unwrap_or(words.len());
    words[after..].iter().copied().find(|at| task_at(*at)).unwrap_or(0)
}

/// `Thực hiện Nghị quyết số 35 …, ` before a task that is asked for: it stays.
pub fn ground(text: &[char], start: usize) -> usize {
    let comma = text[..start].iter().position(|c| *c == ',');
    let grounded = ["Thực hiện ", "Theo ", "Căn cứ "].iter().any(|words| starts_with(text, words));
    comma.filter(|_| grounded).map_or(0, |at| at + 2)
}

/// Parts at semicolons, where each begins with a task's verb; else the whole.
pub fn split_tasks(text: &[char], start: usize, end: usize) -> Vec<(usize, usize)> {
    let mut parts = Vec::new();
    let mut from = start;
    for i in start..end {
        if text[i] == ';' && text.get(i + 1) == Some(&' ') {
            parts.push((from, i));
            from = i + 2;
        }
    }
    parts.push((from, end));
    let tasks = parts.iter().all(|(from, _)| TASK_VERBS.iter().any(|v| starts_with(&text[*from..], v)));
    if tasks { parts } else { vec![(start, end)] }
}
