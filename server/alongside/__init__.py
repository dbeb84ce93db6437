"""Alongside: peer support a programme hosts itself."""

VERSION = "0.1.0"
