"""The live wire: takes sealed entries, stores them durably in order, and hands them on."""
