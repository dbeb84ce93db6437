"""`alongside verify-deploy`: whether an address serves a release, said in words."""

from alongside.cli.verify_deploy.command import describe, run

__all__ = ["describe", "run"]
