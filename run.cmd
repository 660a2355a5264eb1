@echo off
rem Sets up what it needs, once, and opens the sample review.
cd /d "%~dp0"
py -3 tools\prepare.py run || exit /b 1
.venv\Scripts\python -m focalpoint_app.language.compile >nul || exit /b 1
.venv\Scripts\python -m focalpoint_app.demonstration --window-if-possible %*
