//! Tests of the room `cli`: usage, help, languages.

use crate::driver::{baocao, baocao_in};

/// Each mistake on the command line is exit 2 with a sentence and a hint, in both languages.
#[test]
fn mistakes_on_the_command_line() {
    let cases: &[(&[&str], &str)] = &[
        (&[], "lỗi[usage-no-command]: Thiếu lệnh\n  gợi ý: Gõ `baocao --help` để xem các lệnh\n"),
        (
            &["chay"],
            "lỗi[usage-unknown-command]: Không có lệnh `chay`\n  gợi ý: Các lệnh: run, check, article, new, explain\n",
        ),
        (
            &["run", "x", "--period", "2023-Q5"],
            "lỗi[usage-period]: `2023-Q5` không phải là kỳ báo cáo\n  gợi ý: Viết kỳ báo cáo như 2023-Q3, 2023-H1, \
             2023-9M, 2023 hoặc 2020-2025\n",
        ),
        (
            &["run", "x", "--due", "--now", "2023-02-30"],
            "lỗi[usage-date]: `2023-02-30` không phải là một ngày\n  gợi ý: Viết ngày theo dạng năm-tháng-ngày, ví dụ \
             2023-10-05\n",
        ),
        (
            &["--lang", "en", "run", "x", "--period", "q3"],
            "error[usage-period]: `q3` is not a period\n  hint: Write a period as 2023-Q3, 2023-H1, 2023-9M, 2023 or \
             2020-2025\n",
        ),
        (
            &["run", "x", "--colour"],
            "lỗi[usage-unknown-argument]: Không có tham số `--colour`\n  gợi ý: Gõ `baocao --help` để xem các lệnh và tùy \
             chọn\n",
        ),
    ];
    for (args, expected) in cases {
        let run = baocao(args);
        assert_eq!((run.code, run.stderr.as_str(), run.stdout.as_str()), (2, *expected, ""), "{args:?}");
    }
}

/// Every option shown by `--help` has its text in both languages.
#[test]
fn help_is_complete_in_both_languages() {
    for lang in ["vi", "en"] {
        for command in [&[][..], &["run"], &["check"], &["article"], &["new"], &["explain"]] {
            let args: Vec<&str> = command.iter().copied().chain(["--help", "--lang", lang]).collect();
            let help = baocao(&args);
            assert_eq!(help.code, 0, "{}", help.stderr);
            let bare: Vec<&str> = help
                .stdout
                .lines()
                .filter(|line| {
                    line.starts_with("  ") && !line.trim().contains("  ") && !line.starts_with("      ")
                })
                .collect();
            assert_eq!(bare, Vec::<&str>::new(), "options without text in {args:?}:\n{}", help.stdout);
        }
    }
}

/// A bad SOURCE_DATE_EPOCH is a mistake of the caller, not a date in the file.
#[test]
fn a_bad_epoch_is_refused() {
    let run = baocao_in(&["run", "x", "--period", "2023-Q3"], &[("SOURCE_DATE_EPOCH", "yesterday")]);
    assert_eq!(run.code, 2);
    assert!(run.stderr.starts_with("lỗi[usage-epoch]: "), "{}", run.stderr);
}

/// Input files can be embedded in an A-3a file only: silence would let the user believe that they were.
#[test]
fn attaching_inputs_needs_a3a() {
    let office = crate::driver::project("data/thai-binh");
    let run =
        baocao(&["run", office.to_str().unwrap(), "--period", "2023-Q3", "--dry-run", "--attach-inputs"]);
    assert_eq!(
        (run.code, run.stderr.as_str()),
        (
            2,
            "lỗi[usage-attach]: Tùy chọn `--attach-inputs` chỉ dùng với chuẩn a-3a\n  gợi ý: Thêm `--standard a-3a`\n"
        )
    );
}
