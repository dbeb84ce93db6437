// The picture of a link: bit for bit what others draw of the same text (figures of two independent programs, read back by a third).

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import { squaresOf } from "../../screens/squares.js";

const TEXT = `https://alongside.example.org/app/#invite=${"aB3-_xYz09".repeat(60)}`;

/** Letters, mask, squares a side, SHA-256 of the rows (the first half). */
const FIGURES = [
	[1, 0, 21, "1391567a70f543125a12de8a6e6c60d6"],
	[14, 1, 21, "59d5db970419f4bef016a26fd1d8df4e"],
	[40, 2, 29, "b2132c0bb402aa386a506bafa7a0a678"],
	[62, 3, 33, "1b8a4cbe811bce9691e5ca91123538ef"],
	[100, 4, 41, "363a680f3a46e00c6d9b10b06d198116"],
	[128, 5, 49, "da7aa488f65720563a93970cdacbee91"],
	[152, 6, 49, "046d41b5f288f261e3071244c0a1e7d4"],
	[180, 7, 53, "28a6e51bb4116d868d0d53f2587809f0"],
	[213, 0, 57, "80db8cdf4fc71b2e317e4b6465f005e4"],
	[260, 1, 65, "f0b6eeafdfd87bf963b3de7d4ef303c9"],
	[288, 2, 69, "eb088c899347819db0f93616b1cfb756"],
	[331, 3, 69, "ec3c14913d4e656f4b8fea76154e383d"],
	[412, 4, 77, "d66b1c8c2f9d8eefdc7354b3e939250b"],
];

const WORD = [
	"#######..#.##.#######",
	"#.....#.....#.#.....#",
	"#.###.#.##.##.#.###.#",
	"#.###.#.####..#.###.#",
	"#.###.#.###.#.#.###.#",
	"#.....#.#.##..#.....#",
	"#######.#.#.#.#######",
	"........##...........",
	"#.#####....#..#####..",
	"#.#....#######.###..#",
	".##..##.#...#.....##.",
	".##.##.#.#.###...###.",
	"#.#########.#.###....",
	"........###.##.###..#",
	"#######..###.#...#.#.",
	"#.....#.###.....####.",
	"#.###.#.#..#...#....#",
	"#.###.#.#.#####.##...",
	"#.###.#.##..#.#......",
	"#.....#....####.###..",
	"#######.#...#......#.",
];

test("a picture of each size is the one that every phone knows", () => {
	for (const [letters, mask, size, figure] of FIGURES) {
		const rows = squaresOf(TEXT.slice(0, letters), mask).map((row) => row.map(Number).join(""));
		assert.equal(rows.length, size);
		assert.equal(
			createHash("sha256").update(rows.join("\n")).digest("hex").slice(0, 32),
			figure,
			`${letters}`,
		);
	}
});

test("a short word looks as it should", () => {
	assert.deepEqual(
		squaresOf("alongside", 2).map((row) => row.map((is) => (is ? "#" : ".")).join("")),
		WORD,
	);
});

test("without a mask the picture is one of the eight, always the same", () => {
	const chosen = JSON.stringify(squaresOf(TEXT.slice(0, 150)));
	const eight = [0, 1, 2, 3, 4, 5, 6, 7].map((mask) => JSON.stringify(squaresOf(TEXT.slice(0, 150), mask)));
	assert.equal(new Set(eight).size, 8);
	assert.ok(eight.includes(chosen));
	assert.equal(JSON.stringify(squaresOf(TEXT.slice(0, 150))), chosen);
});

test("a link on a long address still fits, and what does not fit is refused", () => {
	assert.equal(squaresOf(TEXT.slice(0, 412)).length, 77);
	assert.throws(() => squaresOf(TEXT.slice(0, 413)), RangeError);
});
