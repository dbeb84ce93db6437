// Consents, what is told with them, and telling without: protocol/vectors/packages.json and emergencies.json.

import * as consent from "../../crypto/consent.js";
import * as emergency from "../../crypto/emergency.js";
import * as made from "../../crypto/package.js";
import { krHashOf, keyRecordBytes } from "../../crypto/people.js";
import { named } from "./vector-values.js";

const recordOf = (record) => {
	const found = named(record);
	return { ...found, hash: krHashOf(keyRecordBytes(found), found.sig, found.prevSig) };
};

/** `reason` of a header has another name there than of an entry. */
const entryOf = (entry) => {
	const { reasonCode, ...rest } = named(entry);
	return { ...rest, reason: reasonCode };
};

const SPELLED = { lookOn: "look_on" };

/** As the reference names it. */
const snake = (value) => {
	if (Array.isArray(value)) return value.map(snake);
	if (typeof value !== "object" || value === null || value instanceof Uint8Array) return value;
	const spell = (name) => SPELLED[name] ?? name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
	return Object.fromEntries(Object.entries(value).map(([name, inside]) => [spell(name), snake(inside)]));
};

const reader = ({ home, record, ek_seed }) => ({ home, record: recordOf(record), ekSeed: ek_seed });

export const packages = {
	"consent.write": ({ terms }) => consent.writeTerms(named(terms)),
	"consent.read": ({ raw }) => snake(consent.readTerms(raw)),
	"consent.text": ({ terms }) => consent.textHashOf(named(terms)),
	"consent.purpose": ({ terms }) => consent.purposeHashOf(named(terms)),
	"content.write": ({ content }) => consent.writeContent(named(content)),
	"content.read": ({ raw }) => snake(consent.readContent(raw)),
	"content.check": ({ content, terms }) => {
		consent.checkContent(named(content), named(terms));
		return true;
	},
	"package.bytes": ({ home, package: one }) => made.packageBytes(home, named(one)),
	"package.hash": ({ home, package: one }) => made.packageHashOf(home, named(one)),
	"package.verify": ({ home, package: one, client }) => {
		made.verifyPackage(named(one), { home, client: recordOf(client) });
		return true;
	},
	"package.follows": ({ home, packages: all }) => {
		made.checkFollows(all.map(named), home);
		return true;
	},
	"package.key": ({ package: one, box, wrap, ...who }) => made.openKey(named(one), box, wrap, reader(who)),
	"package.consent": ({ package: one, consent: box, key, home }) =>
		snake(made.openTerms(named(one), box, key, home)),
	"package.told": ({ package: one, told, key, terms, home }) =>
		snake(made.openTold(named(one), told, key, named(terms), home)),
	"package.link": ({ package: one, link, link_box, home }) => {
		const both = made.openLink(named(one), link, link_box, home);
		return [both.told, both.consent];
	},
	"package.door": ({ secret, id }) => made.doorOf(secret, id),
	"package.knock": ({ package: one, shown }) => made.isDoor(named(one), shown),
};

export const emergencies = {
	"emergency.bytes": ({ home, entry }) => emergency.emergencyBytes(home, entryOf(entry)),
	"emergency.verify": ({ home, entry, specialist }) => {
		emergency.verifyEmergency(entryOf(entry), { home, specialist: recordOf(specialist) });
		return true;
	},
	"emergency.open": ({ entry, box, wrap, ...who }) =>
		emergency.openEmergency(entryOf(entry), box, wrap, reader(who)),
};
