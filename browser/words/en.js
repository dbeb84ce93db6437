/** English: every sentence of the room, gathered from one file for each part of the way. */
import { along } from "./en/along.js";
import { bringing } from "./en/bringing.js";
import { checking } from "./en/checking.js";
import { choosing } from "./en/choosing.js";
import { circleStory } from "./en/circle-story.js";
import { circles } from "./en/circles.js";
import { concerning } from "./en/concerning.js";
import { answering } from "./en/answering.js";
import { arriving } from "./en/arriving.js";
import { asking } from "./en/asking.js";
import { door } from "./en/door.js";
import { certificates } from "./en/certificates.js";
import { changing } from "./en/changing.js";
import { carrying } from "./en/carrying.js";
import { debriefing } from "./en/debriefing.js";
import { ending } from "./en/ending.js";
import { facts } from "./en/facts.js";
import { files } from "./en/files.js";
import { handing } from "./en/handing.js";
import { hinting } from "./en/hinting.js";
import { inviting } from "./en/inviting.js";
import { keeping } from "./en/keeping.js";
import { library } from "./en/library.js";
import { life } from "./en/life.js";
import { listening } from "./en/listening.js";
import { lookedAt } from "./en/looked-at.js";
import { measuring } from "./en/measuring.js";
import { mending } from "./en/mending.js";
import { notebook } from "./en/notebook.js";
import { meeting } from "./en/meeting.js";
import { newLock } from "./en/new-lock.js";
import { noting } from "./en/noting.js";
import { own } from "./en/own.js";
import { passkeys } from "./en/passkeys.js";
import { path } from "./en/path.js";
import { place } from "./en/place.js";
import { practising } from "./en/practising.js";
import { promising } from "./en/promising.js";
import { reached } from "./en/reached.js";
import { returning } from "./en/returning.js";
import { ripple } from "./en/ripple.js";
import { specialist } from "./en/specialist.js";
import { stories } from "./en/stories.js";
import { talking } from "./en/talking.js";
import { telling } from "./en/telling.js";
import { thinking } from "./en/thinking.js";
import { top } from "./en/top.js";
import { trouble } from "./en/trouble.js";
import { vowing } from "./en/vowing.js";
import { waiting } from "./en/waiting.js";
import { wall } from "./en/wall.js";
import { ways } from "./en/ways.js";
import { who } from "./en/who.js";

/** @type {Readonly<Record<string, string>>} */
export const en = Object.freeze({
	...top,
	...answering,
	...arriving,
	...door,
	...asking,
	...choosing,
	...circles,
	...circleStory,
	...concerning,
	...measuring,
	...hinting,
	...inviting,
	...facts,
	...keeping,
	...own,
	...waiting,
	...practising,
	...promising,
	...reached,
	...returning,
	...talking,
	...certificates,
	...changing,
	...carrying,
	...debriefing,
	...thinking,
	...files,
	...mending,
	...notebook,
	...noting,
	...ripple,
	...specialist,
	...stories,
	...path,
	...place,
	...lookedAt,
	...along,
	...bringing,
	...ways,
	...wall,
	...passkeys,
	...who,
	...newLock,
	...telling,
	...trouble,
	...ending,
	...handing,
	...library,
	...life,
	...checking,
	...meeting,
	...vowing,
	...listening,
});
