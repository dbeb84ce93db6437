/** However long a talk is, only a piece of it stands on the page, and every line of it can be reached. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { MOST, Piece } from "../../screens/piece.js";

const talk = (from, to) => Array.from({ length: to - from + 1 }, (_, i) => ({ id: `l${from + i}` }));
const ends = (piece, lines) => {
	const drawn = piece.of(lines);
	return [drawn[0]?.id, drawn.at(-1)?.id];
};

test("A short talk is all there", () => {
	const piece = new Piece();
	assert.deepEqual(ends(piece, talk(1, MOST)), ["l1", `l${MOST}`]);
	assert.deepEqual([piece.hasAbove(talk(1, MOST)), piece.hasBelow(talk(1, MOST))], [false, false]);
	assert.deepEqual(piece.of([]), []);
});

test("Of ten thousand lines never more than a hundred and fifty are drawn, on the whole way up and down", () => {
	const [piece, lines, seen] = [new Piece(), talk(1, 10_000), new Set()];
	for (; piece.hasAbove(lines); piece.goUp(lines)) {
		assert.equal(piece.of(lines).length, MOST);
		for (const { id } of piece.of(lines)) seen.add(id);
	}
	for (const { id } of piece.of(lines)) seen.add(id);
	assert.deepEqual([seen.size, ends(piece, lines)[0]], [10_000, "l1"]);
	for (; piece.hasBelow(lines); piece.goDown(lines)) assert.equal(piece.of(lines).length, MOST);
	assert.equal(ends(piece, lines)[1], "l10000");
});

test("Who reads far above stays there while lines come at both ends", () => {
	const piece = new Piece();
	piece.goUp(talk(500, 1_000));
	const before = ends(piece, talk(500, 1_000));
	assert.deepEqual(ends(piece, talk(450, 1_003)), before);
	piece.goToNewest();
	assert.deepEqual(ends(piece, talk(450, 1_003)), ["l854", "l1003"]);
});

test("Who stands at the newest line sees each new one", () => {
	const piece = new Piece();
	assert.equal(ends(piece, talk(1, 400))[1], "l400");
	assert.equal(ends(piece, talk(1, 401))[1], "l401");
});

test("The line somebody came for is drawn, wherever it is", () => {
	for (const n of [1, 2, 74, 75, 500, 9_930, 10_000]) {
		const [piece, lines] = [new Piece(), talk(1, 10_000)];
		piece.goTo(lines, `l${n}`);
		assert.ok(
			piece.of(lines).some(({ id }) => id === `l${n}`),
			`line ${n}`,
		);
		assert.equal(piece.of(lines).length, MOST);
	}
});

test("A line that is gone leaves the newest ones", () => {
	const piece = new Piece();
	piece.goUp(talk(1, 400));
	assert.equal(ends(piece, talk(360, 700))[1], "l700");
});
