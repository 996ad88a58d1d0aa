@echo off
rem Builds what is stale and runs the command line, as ./kata does.
setlocal
powershell -NoProfile -ExecutionPolicy Bypass -File "%~dp0eng\build.ps1"
if errorlevel 1 exit /b 3
dotnet exec "%~dp0artifacts\bin\Cli\release\kata.dll" %*
exit /b %errorlevel%
