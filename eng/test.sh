#!/bin/sh
# Everything that must hold: build, format, generated files, tests. Ends with one line: N passed, N failed[, N skipped].
# --quick leaves out format, generated files and the package. Other words go to the test programs.
set -u
export OneShot=true
quick=; [ "${1:-}" = --quick ] && { quick=1; shift; }
mkdir -p artifacts
passed=0; failed=0; skipped=0
step() { # NAME COMMAND...: counts as one test
  name=$1; shift; began=$(date +%s)
  if "$@" >"artifacts/step.log" 2>&1; then passed=$((passed + 1)); echo "ok      $name: $(($(date +%s) - began))s"
  else failed=$((failed + 1)); echo "FAILED  $name"; tail -n 60 artifacts/step.log; fi
}
# What tests need besides the SDK, git and npm; as root on Debian it is installed, elsewhere the tests say what they miss.
programs() {
  command -v chromium >/dev/null && command -v zsh >/dev/null && return
  [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null || { command -v chromium >/dev/null && return; echo "chromium is not installed; tests of pages need it"; return 1; }
  apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium fonts-dejavu-core zsh
}
generated() { dotnet artifacts/bin/Gavel.Dev/release/Gavel.Dev.dll gen --check; }
step 'the programs that tests need' programs
step 'restore' dotnet restore Gavel.slnx -v q --nologo
step 'build without a warning' dotnet build Gavel.slnx -c Release --no-restore -v q --nologo
if [ -z "$quick" ]; then
  step 'house format' dotnet format whitespace Gavel.slnx --no-restore --verify-no-changes
  step 'generated files are up to date' generated
  step 'the tool packs, installs and runs' sh eng/pack.sh --here
  GAVEL_DLL=$(find "$PWD/artifacts/tool" -name gavel.dll | head -n 1); export GAVEL_DLL # the tests of the command line run what is installed
fi
for project in tests/*/*.csproj; do
  name=$(basename "$project" .csproj)
  program=artifacts/bin/$name/release/$name
  [ -x "$program" ] || { failed=$((failed + 1)); echo "FAILED  $name was not built"; continue; }
  log=artifacts/$name.log
  "$program" "$@" >"$log" 2>&1; code=$?
  p=$(sed -n 's/^ *succeeded: \([0-9]*\).*/\1/p' "$log" | tail -n 1); f=$(sed -n 's/^ *failed: \([0-9]*\).*/\1/p' "$log" | tail -n 1); s=$(sed -n 's/^ *skipped: \([0-9]*\).*/\1/p' "$log" | tail -n 1)
  took=$(sed -n 's/^ *duration: \(.*[0-9]s\) [0-9]*ms$/\1/p' "$log" | tail -n 1)
  passed=$((passed + ${p:-0})); failed=$((failed + ${f:-0})); skipped=$((skipped + ${s:-0}))
  if [ $code -ne 0 ] && { [ $code -ne 8 ] || [ $# -eq 0 ]; }; then
    [ "${f:-0}" -gt 0 ] || failed=$((failed + 1))
    echo "FAILED  $name"; grep -v '^ *$' "$log" | tail -n 150
  else echo "ok      $name: ${p:-0} passed${took:+ in $took}"; fi
done
if [ "${CI:-}" = true ] && [ "$skipped" -gt 0 ]; then failed=$((failed + 1)); echo "FAILED  $skipped tests were skipped, which CI does not allow"; fi
line="$passed passed, $failed failed"; [ "$skipped" -eq 0 ] || line="$line, $skipped skipped"
echo "$line"
[ "$failed" -eq 0 ]
