# README's two commands: `make demo` and `make test`. Each makes the .venv it needs.
PYTHON ?= python3
BIN := .venv/bin
OUTLINE := templates/outlines/示例_半年报告.yaml
E2E_PACKAGES := libreoffice-writer-nogui poppler-utils fonts-noto-cjk tmux chromium chromium-driver

.PHONY: demo test lint e2e e2e-tools bench clean

demo: .venv/.installed
	@echo '一、从 corpus/ 挖掘语料库'
	$(BIN)/drafter mine
	@echo '二、由示例提纲成稿'
	$(BIN)/drafter build $(OUTLINE) -o build/示例_半年报告.docx --origin build/示例_半年报告_来源.json
	@echo '三、检查稿子'
	$(BIN)/drafter check build/示例_半年报告.docx --html build/示例_半年报告_检查.html > build/示例_半年报告_检查.txt
	@head -n 12 build/示例_半年报告_检查.txt
	@echo 'Word 稿：    build/示例_半年报告.docx'
	@echo '检查报告：   build/示例_半年报告_检查.html'

test: .venv/.developing
	$(BIN)/pytest -m 'not e2e' -n 2

lint: .venv/.developing
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy

e2e: .venv/.developing e2e-tools
	$(BIN)/pytest -m e2e

# what the end-to-end tests drive; asked for by name so that a missing one fails here
e2e-tools:
	@missing=; for tool in soffice pdftotext tmux chromium chromedriver; do command -v $$tool >/dev/null || missing=1; done; \
	fc-list :lang=zh 2>/dev/null | grep -q . || missing=1; \
	[ -z "$$missing" ] || { apt-get update -qq && \
	DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $(E2E_PACKAGES); }

bench: .venv/.developing
	$(BIN)/python -m pip install -q --disable-pip-version-check -e '.[bench]'
	$(BIN)/python tests/bench/run.py

clean:
	rm -rf .venv .drafter build dist

.venv/.installed: pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install -q --disable-pip-version-check -e .
	@$(BIN)/python -m compileall -q drafter
	@touch $@

.venv/.developing: .venv/.installed
	$(BIN)/python -m pip install -q --disable-pip-version-check -e '.[dev]'
	@touch $@
