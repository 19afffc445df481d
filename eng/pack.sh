#!/bin/sh
# Packs the dotnet tool, installs it into a folder of its own and runs it once.
set -eu
export OneShot=true
out=artifacts/package; tool=artifacts/tool
rm -rf "$out" "$tool"
dotnet pack src/Gavel.Cli -c Release -o "$out" -v q --nologo -p:RunAnalyzers=false -p:PackAhead=true
dotnet tool install Gavel --tool-path "$tool" --add-source "$out" --version "$(sed -n 's:.*<Version>\(.*\)</Version>.*:\1:p' eng/Policy.props)" >/dev/null
"$tool/gavel" --version
"$tool/gavel" check
