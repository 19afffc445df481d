# Sourced by ./gavel and ./dev: starts a program of this checkout, built ReadyToRun once per change.
# launch PROJECT PROGRAM FOLDERS ARGS...: FOLDERS (one word, split at spaces) are what the program is built from.
fresh() {
  [ -x "$run/$program" ] && [ -z "$(cd "$root" && exec find $folders Directory.Build.props Directory.Packages.props global.json -newer "$run/.built" -print -quit 2>/dev/null)" ]
}
build() {
  mkdir -p "$root/artifacts"; exec 9>"$run.lock"; if command -v flock >/dev/null; then flock 9; fi
  if fresh; then return; fi
  echo "$program: building this checkout (once per change) ..." >&2
  rm -rf "$run.new" && mkdir "$run.new" && : >"$run.new/.built"   # stamped first: an edit during the build builds again
  dotnet publish "$root/$project" -c Release --use-current-runtime --self-contained false -p:PublishReadyToRun=true -p:OneShot=true -p:RunAnalyzers=false \
    -o "$run.new" -v q -nologo >"$run.log" 2>&1 9>&- || { cat "$run.log" >&2; echo "$program: the build failed" >&2; exit 3; }
  rm -rf "$run.old"; [ ! -d "$run" ] || mv "$run" "$run.old"; mv "$run.new" "$run"; rm -rf "$run.old"
}
launch() {
  project=$1; program=$2; folders=$3; shift 3
  run=$root/artifacts/run-$program
  fresh || build
  exec "$run/$program" "$@"
}
