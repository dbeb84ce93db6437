// Reports of protocol/vectors/reports.json: who may read one, what an officer opens, and the letters after it.

import { keyRecordBytes, krHashOf } from "../../crypto/people.js";
import { eligible, openReport } from "../../crypto/report.js";
import { openLetter } from "../../crypto/report-letter.js";
import { checkPlace, readLine, writeLine } from "../../crypto/report-line.js";
import { json, named } from "./vector-values.js";

const recordOf = (given) => {
	const record = named(given);
	return { ...record, hash: krHashOf(keyRecordBytes(record), record.sig, record.prevSig) };
};

export const reports = {
	"report.officers": ({ people, home, roster, day, apart }) => {
		const found = people.map(({ records, endorsement }) => ({
			records: records.map(recordOf),
			endorsement: json(endorsement),
		}));
		return eligible(found, { home, roster, day, apart }).map(({ hash }) => hash);
	},
	"report.open": ({ cover, boxes, wrap, me, keys, reporter, people }) => {
		const by = {
			me,
			keys: keys.map(named),
			reporter: recordOf(reporter),
			people: people.map((records) => records.map(recordOf)),
		};
		const { words, lines } = openReport(named(cover), boxes, wrap, by);
		return { ...words, lines: lines.map(({ n, entry, body }) => [n, entry.sender, body]) };
	},
	"report.letter": ({ envelope, box, wrap, me, keys, sender }) => {
		const by = { me, keys: keys.map(named), sender: recordOf(sender) };
		const { b, day, said } = openLetter(named(envelope), box, wrap, by);
		if (said === null) return [b, day];
		if ("topics" in said) return [b, day, said.topics, said.minutes];
		return [b, day, said.on, said.does, said.days, said.rule];
	},
	"report.line": ({ raw }) => writeLine(readLine(raw)),
	"report.place": ({ raw, stored }) => {
		checkPlace(readLine(raw), stored);
		return true;
	},
};
