// Turns browser/listening/kernel.wat (text that people read) into kernel.wasm (what a browser runs): node tools/kernel.js FROM TO
import { readFileSync, writeFileSync } from "node:fs";
import wabt from "wabt";

const [from, to] = process.argv.slice(2);
const { parseWat } = await wabt();
const read = parseWat(from, readFileSync(from, "utf8"), { simd: true });
read.resolveNames();
read.validate();
writeFileSync(to, read.toBinary({ write_debug_names: false }).buffer);
