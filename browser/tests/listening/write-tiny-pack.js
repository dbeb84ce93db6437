// Writes the tiny pack into a folder, for journeys: `node write-tiny-pack.js FOLDER`. Its labels are those of the first tier, so that it marks as the real one does.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { HEADS, tinyPack } from "./tiny-pack.js";

const folder = /** @type {string} */ (process.argv[2]);
const { json, files } = tinyPack();
json.encoder.labels = json.labels;
json.encoder.whole = json.whole;
writeFileSync(join(folder, "pack.json"), JSON.stringify(json));
writeFileSync(join(folder, "heads.bin"), HEADS);
writeFileSync(join(folder, "encoder.bin"), files.encoder);
writeFileSync(join(folder, "pieces.txt"), files.pieces);
