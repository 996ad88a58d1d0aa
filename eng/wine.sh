#!/usr/bin/env bash
# Runs tests as a program of Windows, under Wine: eng/wine.sh [PROJECT [ARGUMENTS OF XUNIT]], by default the tests of the
# platforms' back ends. Needs wine for 64 bits (Debian: wine64), a compiler for Windows (gcc-mingw-w64-x86-64-win32) and the
# runtime pack of Windows from the package registry. Everything lies in artifacts/wine. See docs/platforms.md.
set -euo pipefail
cd "$(dirname "$0")/.."

project=${1:-Multiprocessing.Tests}
shift || true
if [ $# = 0 ]; then
  set -- -namespace '*.Platforms'
fi
for tool in wine x86_64-w64-mingw32-gcc; do
  command -v "$tool" > /dev/null || { echo "$tool is missing: apt-get install wine64 gcc-mingw-w64-x86-64-win32" >&2; exit 4; }
done

work=$PWD/artifacts/wine
dotnet=$work/dotnet
pack=microsoft.netcore.app.runtime.win-x64
version=$(dotnet msbuild src/Multiprocessing -getProperty:BundledNETCoreAppPackageVersion)

if [ ! -e "$dotnet/$version.complete" ]; then
  # Outside of the repository, whose properties and lock files are not for this.
  fetch=$(mktemp -d)
  trap 'rm -rf "$fetch"' EXIT
  cat > "$fetch/fetch.csproj" << XML
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>
  <ItemGroup><PackageDownload Include="$pack" Version="[$version]" /></ItemGroup>
</Project>
XML
  dotnet restore "$fetch" --packages "$work/packages"
  files=$work/packages/$pack/$version/runtimes/win-x64
  shared=$dotnet/shared/Microsoft.NETCore.App/$version
  rm -rf "$dotnet"
  mkdir -p "$shared" "$dotnet/host/fxr/$version"
  cp "$files"/native/* "$files"/lib/net10.0/* "$shared"
  mv "$shared/hostfxr.dll" "$dotnet/host/fxr/$version"
  touch "$dotnet/$version.complete"
fi
x86_64-w64-mingw32-gcc -municode -O1 -s -DVERSION="L\"$version\"" eng/wine/dotnet.c -o "$dotnet/dotnet.exe"

# Machine code made ahead of time is one system's; what is IL runs on any.
dotnet build "src/$project" -p:ReadyToRun=false -p:ArtifactsPath="$work/build/" --nologo -v quiet

export WINEPREFIX=$work/prefix WINEDEBUG=${WINEDEBUG:--all} KATA_TESTS=all
cd "$work/build/bin/$project/release"
# A watchdog: Wine may hang where Windows does not.
timeout "${KATA_WINE_LIMIT:-600}" wine "$dotnet/dotnet.exe" exec "ConcurrencyKatas.$project.dll" \
  -noLogo -noColor -parallel none "$@"
