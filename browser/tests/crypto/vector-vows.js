// What counts of the words two people gave, of protocol/vectors/bodies.json.

import { readBody } from "../../crypto/body.js";
import { toText } from "../../crypto/bytes.js";
import { Vows } from "../../crypto/vow.js";

export const vows = {
	"vows.now": ({ entries: all, ada, ref }) => {
		const book = new Vows();
		for (const [n, by, raw] of all)
			book.take({ n, from: "them", by: toText(by) === toText(ada) ? "ada" : "ben" }, readBody(raw, 3));
		const named = book.all.filter((vow) => vow.ref === toText(ref));
		const b = (k, by) => named.find((vow) => vow.k === k && (by === null || vow.by === by))?.b ?? null;
		return { ada: b(1, "ada"), ben: b(1, "ben"), contact: b(2, null) };
	},
};
