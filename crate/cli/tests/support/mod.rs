//! The command as a person or a script calls it.

use assert_cmd::Command;

/// Exit status, standard output and standard error.
pub fn kakunin(args: &[&str], input: &str) -> (Option<i32>, String, String) {
    let output = Command::cargo_bin("kakunin")
        .expect("the command is built")
        .args(args)
        .write_stdin(input)
        .output()
        .expect("the command runs");
    (
        output.status.code(),
        String::from_utf8(output.stdout).expect("UTF-8"),
        String::from_utf8(output.stderr).expect("UTF-8"),
    )
}
