# Every target makes what it needs: python3 with venv, and make, are enough.
PYTHON ?= python3
PORT ?= 8000
UV_VERSION := 0.13.9
BIN := .venv/bin
export UV_SYSTEM_CERTS := true
export UV_PROJECT_ENVIRONMENT := .venv
export UV_PYTHON_DOWNLOADS := never

.PHONY: demo test check bench lock docs questions clean
.DEFAULT_GOAL := help

help: ## 列出可用的命令 (list the targets)
	@grep -E '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/'

.tools/bin/uv:
	$(PYTHON) -m venv .tools
	.tools/bin/python -m pip install --quiet --disable-pip-version-check uv==$(UV_VERSION)

.venv/.ready: requirements.lock pyproject.toml | .tools/bin/uv
	.tools/bin/uv venv --quiet --allow-existing --python $(PYTHON) .venv
	.tools/bin/uv pip sync --quiet --require-hashes --python .venv requirements.lock
	.tools/bin/uv pip install --quiet --no-deps --python .venv -e .
	@touch $@

demo: .venv/.ready ## 一条命令：装好、启动、载入样例、回答一个问题、开网页
	@$(BIN)/wushe demo --port $(PORT)

test: .venv/.ready ## 全部测试（自动启动真实的 Neo4j）
	$(BIN)/python -m pytest -m "not bench" --numprocesses auto --dist loadgroup --no-loadscope-reorder

bench: .venv/.ready ## 较慢的测量
	$(BIN)/python -m pytest -m bench -s

check: .venv/.ready ## 代码规范、类型、导入方向
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

docs: .venv/.ready ## 重新生成数据字典、SDL 和“名册怎么读”
	$(BIN)/wushe sdl > docs/schema.graphql
	$(BIN)/python -m wushe.schema.dictionary > docs/data-dictionary.md
	$(BIN)/python -m tests.mess.kinds > docs/mess.md

questions: .venv/.ready ## 在样例区县里问四十个问题，重新写 docs/questions.md（两三分钟）
	WUSHE_WRITE_QUESTIONS=1 $(BIN)/python -m pytest -q tests/competency/test_table.py

lock: .tools/bin/uv ## 更新 requirements.lock
	.tools/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --all-extras --group dev \
	  --no-emit-index-url --no-emit-find-links --custom-compile-command "make lock" pyproject.toml -o requirements.lock

clean: ## 删除虚拟环境与工具（不动数据）
	rm -rf .venv .tools
