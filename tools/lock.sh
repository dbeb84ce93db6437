#!/bin/sh
# Writes the lock files anew. They hold hashes and name no registry.
set -eu
compile() {
	.venv/bin/pip-compile --quiet --upgrade --generate-hashes --strip-extras --allow-unsafe \
		--no-header \
		--no-emit-index-url --no-emit-find-links --no-emit-trusted-host "$@"
}
compile --build-deps-for=editable --output-file=requirements.lock pyproject.toml
compile --extra=dev --constraint=requirements.lock --output-file=requirements-dev.lock pyproject.toml
compile --extra=s3 --constraint=requirements.lock --output-file=requirements-s3.lock pyproject.toml
compile --extra=certificates --constraint=requirements.lock --output-file=requirements-certificates.lock pyproject.toml
compile --extra=texts --constraint=requirements.lock --output-file=requirements-texts.lock pyproject.toml
compile --extra=matching --constraint=requirements.lock --output-file=requirements-matching.lock pyproject.toml
compile --extra=listening --constraint=requirements.lock --output-file=requirements-listening.lock pyproject.toml
compile --output-file=requirements-node.lock requirements-node.in
rm -f package-lock.json
npm install --package-lock-only --ignore-scripts --loglevel=error
