//! Every page of an office → its articles: reviewed, one a story, none of another province.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use super::read::OTHER_PROVINCE;
use super::review::{self, Review};
use super::{Article, Context, read_page};
use crate::diagnostic::{Diagnostic, Place};
use crate::figures;
use crate::locale::Locale;
use crate::office::Office;
use crate::vietnamese::fold;

/// Words of a shingle: enough that two stories never share many by chance.
const SHINGLE: usize = 6;
/// Share of the shorter story's shingles that the other must hold to be the same.
const SAME: f64 = 0.6;

/// Reads every page of the office.
///
/// Pages that cannot be read, reviews that cannot be used and everything doubtful come as diagnostics; the articles
/// come in the order of their files. A story that two files hold comes once, with [`Article::also_in`].
pub fn read_all(office: &Office, locale: Locale) -> (Vec<Article>, Vec<Diagnostic>) {
    let mut found = Vec::new();
    let mut articles = Vec::new();
    let pages: Vec<(&String, &Vec<u8>)> = office.pages.iter().collect();
    let read: Vec<_> =
        pages.into_par_iter().map(|(file, bytes)| read_one(office, file, bytes, locale)).collect();
    for (article, of_page) in read {
        articles.extend(article);
        found.extend(of_page);
    }
    orphans(office, &mut found);
    let articles = own_province(articles, &mut found);
    let articles = one_a_story(articles, &mut found);
    found.extend(articles.iter().flat_map(|a| a.findings.iter().cloned()));
    found.extend(figures::compare(&articles));
    (articles, found)
}

/// A page with its review applied, unless it cannot be read.
fn read_one(office: &Office, file: &str, bytes: &[u8], locale: Locale) -> (Option<Article>, Vec<Diagnostic>) {
    let mut found = Vec::new();
    let review = review_of(office, file, &mut found);
    let encoding = review.as_ref().and_then(|r| r.encoding);
    let article =
        match read_page(file, bytes, &Context { office: Some(office), locale, encoding, trial: None }) {
            Ok(mut article) => {
                if let Some(review) = &review {
                    review.apply(&mut article, bytes, &mut found);
                }
                Some(article)
            }
            Err(refused) => {
                found.push(refused);
                None
            }
        };
    (article, found)
}

fn review_of(office: &Office, file: &str, found: &mut Vec<Diagnostic>) -> Option<Review> {
    let path = review::path(file);
    let text = office.reviews.get(&path)?;
    match Review::read(&path, text) {
        Ok(review) => Some(review),
        Err(wrong) => {
            found.extend(wrong);
            None
        }
    }
}

/// Reviews without a page.
fn orphans(office: &Office, found: &mut Vec<Diagnostic>) {
    let expected: BTreeSet<String> = office.pages.keys().map(|file| review::path(file)).collect();
    for path in office.reviews.keys().filter(|path| !expected.contains(*path)) {
        found.push(Diagnostic::warning("review-without-page").place(Place::file(path)));
    }
}

/// Leaves out stories of other provinces' blocs; the finding that says so stays.
fn own_province(articles: Vec<Article>, found: &mut Vec<Diagnostic>) -> Vec<Article> {
    let foreign = |finding: &Diagnostic| finding.code == OTHER_PROVINCE;
    let (kept, others): (Vec<Article>, Vec<Article>) =
        articles.into_iter().partition(|article| !article.findings.iter().any(foreign));
    found.extend(others.into_iter().flat_map(|article| article.findings).filter(foreign));
    kept
}

/// Joins articles that tell the same story.
fn one_a_story(articles: Vec<Article>, found: &mut Vec<Diagnostic>) -> Vec<Article> {
    let shingles: Vec<BTreeSet<u64>> = articles.iter().map(shingles).collect();
    let mut by_shingle: BTreeMap<u64, Vec<usize>> = BTreeMap::new();
    let mut same_as: Vec<Option<usize>> = vec![None; articles.len()];
    for (index, own) in shingles.iter().enumerate() {
        let mut shared: BTreeMap<usize, usize> = BTreeMap::new();
        for shingle in own {
            let holders = by_shingle.entry(*shingle).or_default();
            for holder in holders.iter() {
                *shared.entry(*holder).or_default() += 1;
            }
            holders.push(index);
        }
        let best = shared.into_iter().max_by_key(|(holder, count)| (*count, usize::MAX - *holder));
        if let Some((holder, count)) = best {
            let shorter = own.len().min(shingles[holder].len());
            if count as f64 >= SAME * shorter as f64 {
                same_as[index] = Some(same_as[holder].unwrap_or(holder));
            }
        }
    }
    merge(articles, &same_as, found)
}

fn merge(articles: Vec<Article>, same_as: &[Option<usize>], found: &mut Vec<Diagnostic>) -> Vec<Article> {
    let mut groups: BTreeMap<usize, Vec<Article>> = BTreeMap::new();
    for (index, article) in articles.into_iter().enumerate() {
        groups.entry(same_as[index].unwrap_or(index)).or_default().push(article);
    }
    let mut merged = Vec::new();
    for mut group in groups.into_values() {
        let best = (0..group.len()).max_by_key(|i| (weight(&group[*i]), usize::MAX - i)).unwrap_or(0);
        let mut kept = group.remove(best);
        for other in group {
            let finding = Diagnostic::note("article-same-story")
                .place(Place::file(&kept.file))
                .arg("file", &kept.file)
                .arg("other", &other.file)
                .related(Place::file(&other.file));
            found.push(finding);
            if kept.published.is_none() {
                kept.published = other.published;
            }
            kept.also_in.push(other.file);
        }
        merged.push(kept);
    }
    merged.sort_by(|a, b| a.file.cmp(&b.file));
    merged
}

/// The telling of a story to keep: looked at by the clerk, dated, longer.
fn weight(article: &Article) -> (usize, bool, usize) {
    let reviewed = article.figures.iter().filter(|f| f.review != figures::Review::Pending).count();
    (reviewed, article.published.is_some(), article.body.iter().map(|p| p.text.len()).sum())
}

fn shingles(article: &Article) -> BTreeSet<u64> {
    let mut set = BTreeSet::new();
    for paragraph in &article.body {
        let folded = fold(&paragraph.text);
        let words: Vec<&str> =
            folded.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).collect();
        set.extend(words.windows(SHINGLE).map(hash));
    }
    set
}

/// FNV-1a: the same on every machine and run.
fn hash(words: &[&str]) -> u64 {
    let bytes = words.iter().flat_map(|word| word.bytes().chain([b' ']));
    bytes.fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}
