@echo off
rem Runs what `make test` runs.
cd /d "%~dp0"
py -3 tools\prepare.py test || exit /b 1
set QT_QPA_PLATFORM=offscreen
.venv\Scripts\ruff format --check . || exit /b 1
.venv\Scripts\ruff check . || exit /b 1
.venv\Scripts\mypy || exit /b 1
.venv\Scripts\python -m focalpoint_app.language.compile >nul || exit /b 1
.venv\Scripts\python -m compileall -q focalpoint_app tests || exit /b 1
.venv\Scripts\python -m pytest --numprocesses=2 --dist=loadfile --no-loadscope-reorder --quiet
