#!/bin/sh
# Packs the dotnet tool, installs it into a folder of its own and runs it once.
# --here packs for this platform alone what has been built: code ahead of time for the others takes as long again.
set -eu
export OneShot=true
how=-p:RunAnalyzers=false
if [ "${1:-}" = --here ]; then
  here=$(dotnet --info | sed -n 's/^ *RID: *//p')
  grep -q "<RuntimeIdentifiers>.*$here" src/Gavel.Cli/Gavel.Cli.csproj || here=any
  how=-p:ToolPackageRuntimeIdentifiers=$here
fi
out=artifacts/package; tool=artifacts/tool
rm -rf "$out" "$tool"
dotnet pack src/Gavel.Cli -c Release -o "$out" -v q --nologo -p:PackAhead=true $how
dotnet tool install Gavel --tool-path "$tool" --add-source "$out" --version "$(sed -n 's:.*<Version>\(.*\)</Version>.*:\1:p' eng/Policy.props)" >/dev/null
"$tool/gavel" --version
"$tool/gavel" check
