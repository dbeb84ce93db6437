/** In front of the door, beside coming in and coming back: a link that was given, one's own device, a page that is slow to come. */
export const door = {
	"plain.lock": "Lo que escribes aquí se cierra con candado en tu propio dispositivo antes de salir. El candado ya viene en camino.",
	"plain.slow": "Esto tarda más que de costumbre. Tu conexión va lenta, o se paró. Puedes esperar, o cargar la página otra vez. Ayuda ya funciona igual.",
	"plain.broken": "Una parte de esta página no llegó. No se perdió nada. Carga la página otra vez, por favor.",

	"join.title": "Únete a {programme} como especialista de apoyo",
	"join.lead": "Te dieron un enlace que sirve una vez. Primero recibes un nombre y cinco palabras. Luego cuentas algo sobre ti.",
	"join.used": "Este enlace ya no sirve",
	"join.used-why": "Ya se usó, o tiene más de 7 días. Pide otro a quien coordina.",

	"invite.title": "Alguien te dio este enlace",
	"invite.lead": "Te lleva a una persona de aquí, y sirve una sola vez. Primero recibes un nombre y cinco palabras.",
	"invite.had": "Si ya estuviste aquí, vuelve con tu nombre y tus cinco palabras. El enlace viene contigo.",
	"invite.gone": "Este enlace ya no sirve",
	"invite.gone-why": "Ya se usó, o pasaron sus 7 días. Si no lo usaste tú, díselo a la persona que te lo dio: quizá lo usó alguien más.",
	"invite.odd": "Este enlace no está entero",
	"invite.odd-why": "Le falta una parte, o alguien la cambió. Ábrelo otra vez, o pide uno nuevo.",
	"invite.house": "Este enlace no es de este lugar",
	"invite.house-why": "No encaja con {programme} tal como lo ve tu dispositivo. Pregunta a quien te lo dio antes de seguir.",
	"invite.anyway": "Puedes entrar sin él, y elegir tú a alguien.",
	"invite.go-on": "Seguir sin el enlace",

	"open-here.title": "Qué bueno verte otra vez",
	"open-here.lead": "Este es tu propio dispositivo, {name}.",
	"open-here.number": "Tu número corto",
	"open-here.open": "Abrir",
	"open-here.words": "Usar mis cinco palabras",
	"open-here.five": "La sesión de este dispositivo se cerró desde otro lado. Escribe una vez tus cinco palabras. Luego abre como antes.",
	"open-here.opening": "Abrimos tu lugar",
	"open-here.opening-why": "Puede tardar unos segundos.",
	"ways.words": "Tus cinco palabras",

	"see.them": "la otra persona",

	"trouble.pin-form": "El número tiene que tener de cuatro a ocho cifras.",
	"trouble.wrong-number": "Ese no es el número. Intentos que quedan: {left}. Después, este dispositivo pide tus cinco palabras.",
	"trouble.device-gone": "Este dispositivo ya no abre tu lugar. Por favor, usa tus cinco palabras.",
	"trouble.words-first": "La sesión de este dispositivo se cerró. Por favor, escribe una vez tus cinco palabras.",
	"trouble.device-cannot-keep": "Este navegador no puede guardar nada. Prueba con otro, o sigue con tus cinco palabras.",
	"trouble.not-fresh": "Entraste hace ya un rato. Por favor, escribe tus cinco palabras una vez más.",
	"trouble.too-many-ways": "Ya hay muchas formas de abrir tu lugar. Por favor, quita primero una.",
	"trouble.last-way": "Es la última de su clase, así que se queda. Puedes hacer primero otra.",
	"trouble.not-yet": "Todavía no pasaron los tres días.",
	"trouble.programme-ended":
		"Este programa terminó. Carga la página otra vez: muestra a quién puedes llamar.",
};
