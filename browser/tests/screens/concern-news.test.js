// That a concern was answered, or something decided about oneself, is said where one comes in.

import assert from "node:assert/strict";
import { test } from "node:test";
import { learnInside, say } from "../../words/index.js";
import { deedsOf, drawn, screenOf } from "./drawn.js";

await learnInside();
const { RoomConcernNews } = await import("../../screens/concern-news.js");

test("Whom it concerns is told where they come in, nobody else is, and it leads there", () => {
	const gone = [];
	const at = (me) => screenOf(RoomConcernNews, { view: { me }, go: (place) => gone.push(place.screen) });
	for (const me of [null, { concernNews: false }]) assert.equal(drawn(at(me).render()), "");
	const shown = at({ concernNews: true }).render();
	assert.ok(drawn(shown).includes(say("concern.news")));
	deedsOf(shown, "@click")[0]();
	assert.deepEqual(gone, ["concerns"]);
});
