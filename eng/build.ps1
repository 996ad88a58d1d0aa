# What ./kata does before it runs the command line, for Windows: builds what is stale, under a lock.
$ErrorActionPreference = 'Stop'
$root = Split-Path -Parent $PSScriptRoot
$artifacts = Join-Path $root 'artifacts'
$stamp = Join-Path $artifacts 'kata.stamp'
$built = @('Cli\release\kata.dll', 'Graders\release\ConcurrencyKatas.Graders.dll') |
    ForEach-Object { Join-Path $artifacts "bin\$_" }

function Test-Stale {
    foreach ($file in @($stamp) + $built) {
        if (-not (Test-Path $file)) { return $true }
    }
    $last = (Get-Item $stamp).LastWriteTimeUtc
    $sources = @(Get-ChildItem -Path (Join-Path $root 'src'), (Join-Path $root 'graders') -Recurse -File |
        Where-Object { $_.FullName -notmatch '\\(impostors|alternatives|bin|obj|[^\\]+\.Tests)\\' })
    $sources += @(Get-Item (Join-Path $root 'eng\kata.proj'))
    $sources += @(Get-ChildItem -Path $root -File | Where-Object { $_.Name -match '\.(props|targets|sln)$|^global\.json$' })
    return [bool]($sources | Where-Object {
            $_.Name -ne 'packages.lock.json' -and $_.LastWriteTimeUtc -gt $last
        } | Select-Object -First 1)
}

if (-not (Get-Command dotnet -ErrorAction SilentlyContinue)) {
    [Console]::Error.WriteLine("The .NET SDK was not found: there is no 'dotnet' on the PATH. Install the .NET 10 SDK.")
    exit 3
}
if (-not (Test-Stale)) { exit 0 }

New-Item -ItemType Directory -Force -Path $artifacts | Out-Null
$lock = $null
while ($null -eq $lock) {
    try { $lock = [IO.File]::Open((Join-Path $artifacts 'kata.lock'), 'OpenOrCreate', 'ReadWrite', 'None') }
    catch [IO.IOException] { Start-Sleep -Milliseconds 200 }
}
try {
    if (-not (Test-Stale)) { exit 0 }
    [Console]::Error.WriteLine('Building ConcurrencyKatas (first time, about a minute)...')
    $began = [DateTime]::UtcNow
    $log = Join-Path $artifacts 'kata-build.log'
    Push-Location $root
    # In Windows PowerShell a line on standard error that is redirected would stop the script.
    $ErrorActionPreference = 'Continue'
    & dotnet build eng/kata.proj -c Release -nologo -v quiet -nodeReuse:false -p:UseSharedCompilation=false *> $log
    $code = $LASTEXITCODE
    $ErrorActionPreference = 'Stop'
    Pop-Location
    if ($code -ne 0) {
        Select-String -Path $log -Pattern 'error' | ForEach-Object { [Console]::Error.WriteLine($_.Line) }
        # The one package that is only there to make things fast.
        if (Select-String -Path $log -Pattern 'crossgen2' -Quiet) {
            [Console]::Error.WriteLine('Without the compiler to machine code it works as well, and starts more slowly: ' +
                'build with -p:ReadyToRun=false, which is the same as $env:ReadyToRun = "false" before kata.')
        }
        [Console]::Error.WriteLine("The build failed; nothing was run. The whole log is $log.")
        exit 3
    }
    Set-Content -Path $stamp -Value ''
    (Get-Item $stamp).LastWriteTimeUtc = $began
}
finally {
    $lock.Dispose()
}
