// Who fits whom, of protocol/vectors/matches.json.

import { readFileSync } from "node:fs";
import { closeness, mayMeet, reasonsFor } from "../../talk/fitting.js";

const FACTS = JSON.parse(readFileSync(new URL("../../../protocol/facts.json", import.meta.url), "utf8"));
const TIMES = new Set(FACTS.when);

export const matches = {
	"match.may": ({ wishes, person, apart }) => mayMeet(wishes, person, apart),
	"match.score": ({ wishes, person }) => closeness(person, wishes),
	"match.reasons": ({ wishes, person }) => reasonsFor(person, wishes, TIMES),
};
