@echo off
rem Opens the menu of actgen; words after the name are given to actgen.
chcp 65001 >nul
rem Names of folders have exclamation marks and ampersands: nothing of theirs is expanded, and paths stand in quotes.
setlocal EnableExtensions DisableDelayedExpansion
set "PYTHONUTF8=1"
set "ACTGEN_FOLDER=%~dp0"
if "%ACTGEN_FOLDER:~-1%"=="\" set "ACTGEN_FOLDER=%ACTGEN_FOLDER:~0,-1%"
rem cmd cannot stand in a folder of the network (\\server\share); actgen needs only its name.
cd /d "%~dp0" 2>nul
set "ACTGEN_RUN=%~dp0run.py"
if not exist "%ACTGEN_RUN%" set "ACTGEN_RUN=@RUN@"
if not exist "%ACTGEN_RUN%" goto installed

rem py.exe stays behind when the Python that it started was removed.
py -3 --version >nul 2>nul
if errorlevel 1 goto python
py -3 "%ACTGEN_RUN%" --project "%ACTGEN_FOLDER%" %*
goto done

:python
rem Windows itself has a python.exe that only opens its shop and does not answer --version.
python --version >nul 2>nul
if errorlevel 1 goto nopython
python "%ACTGEN_RUN%" --project "%ACTGEN_FOLDER%" %*
goto done

:installed
where actgen >nul 2>nul
if errorlevel 1 goto noactgen
actgen --project "%ACTGEN_FOLDER%" %*

:done
set "ACTGEN_CODE=%ERRORLEVEL%"
if "%ACTGEN_CODE%"=="0" exit /b 0
rem A window opened by a double click would close before anybody read what is wrong.
if "%~1"=="" pause
exit /b %ACTGEN_CODE%

:nopython
echo На этом компьютере нет Python. Попросите учителя информатики выполнить: winget install Python.Python.3.12 или установить его с python.org
if "%~1"=="" pause
exit /b 3

:noactgen
echo Рядом нет run.py. Если открыт архив, сначала распакуйте его целиком; если папку actgen перенесли, верните её на место или выполните: py -m pip install actgen
if "%~1"=="" pause
exit /b 3
