"""Django's settings, all of them from the environment; docs/settings.md names each."""

from django.core.exceptions import ImproperlyConfigured

from alongside.settings import environment as _environment
from alongside.settings.database import database
from alongside.settings.files import bucket_of as _bucket_of
from alongside.settings.mail import mail as _mail
from alongside.settings.safety import unsafe
from alongside.settings.secret import kept_secret

ENVIRONMENT = _environment.read()
for _sentence in unsafe(ENVIRONMENT):
    raise ImproperlyConfigured(_sentence)

DATA = ENVIRONMENT.data
ORIGIN = ENVIRONMENT.origin
ORIGINS = ENVIRONMENT.origins
# Where the room is served; without an origin of its own, beside everything else.
ROOM_ORIGIN = ENVIRONMENT.room_origin
ROOM_ORIGINS = ENVIRONMENT.room_origins
DEBUG = ENVIRONMENT.debug
SECRET_KEY = ENVIRONMENT.secret or kept_secret(DATA)
ALLOWED_HOSTS = [*ENVIRONMENT.hosts, *_environment.host_of(ROOM_ORIGIN)]

# Within how many of these a reply is due to what did not sit right: repairs/rules.py.
WORKING_DAYS = ENVIRONMENT.working_days
IN_TIME_HOURS = ENVIRONMENT.in_time_hours
ASK_AGAIN_DAYS = ENVIRONMENT.ask_again_days
INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "alongside.people",
    "alongside.wall",
    "alongside.programme",
    "alongside.notices",
    "alongside.keys",
    "alongside.relationships",
    "alongside.conversations",
    "alongside.files",
    "alongside.matching",
    "alongside.consent",
    "alongside.appointments",
    "alongside.repairs",
    "alongside.library",
    "alongside.circles",
    "alongside.concerns",
    "alongside.supervision",
    "alongside.counts",
    "alongside.promises",
    "alongside.ripple",
    "alongside.certificates",
    "alongside.timers",
    "alongside.api",
    "alongside.web",
    "alongside.apps.House",
]
AUTH_USER_MODEL = "people.DeskUser"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

MIDDLEWARE = [
    "alongside.turned_away.TurnedAwayMiddleware",
    "alongside.policies.PolicyMiddleware",
    "alongside.web.once.OnceMiddleware",
    "alongside.web.ended.EndedMiddleware",
    "alongside.api.apart.ApartMiddleware",
    "alongside.policies.RoomFiles",
    "alongside.web.language.LanguageMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "alongside.web.desk.idle.IdleMiddleware",
]
ROOT_URLCONF = "alongside.urls"
WSGI_APPLICATION = "alongside.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {"context_processors": ["django.template.context_processors.request"]},
    },
]

DATABASES = {"default": database(ENVIRONMENT.database_url, data=DATA)}

LANGUAGE_CODE = "en"
LANGUAGES = [("en", "English")]
TIME_ZONE = "UTC"
USE_TZ = True

STATIC_URL = "/static/"
WHITENOISE_ROOT = ENVIRONMENT.public
WHITENOISE_INDEX_FILE = True
WHITENOISE_AUTOREFRESH = not ENVIRONMENT.is_production
WHITENOISE_USE_FINDERS = False
WHITENOISE_MAX_AGE = 0
WHITENOISE_MIMETYPES = {".webmanifest": "application/manifest+json"}
WHITENOISE_ALLOW_ALL_ORIGINS = False

# The desk alone uses cookies; the room signs in with a token that it keeps in memory.
_HOST = "__Host-" if ENVIRONMENT.is_production else ""
SESSION_COOKIE_NAME = f"{_HOST}desk"
SESSION_COOKIE_SECURE = ENVIRONMENT.is_production
SESSION_COOKIE_SAMESITE = "Strict"
SESSION_COOKIE_AGE = 12 * 60 * 60
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
CSRF_COOKIE_NAME = f"{_HOST}form"
CSRF_COOKIE_SECURE = ENVIRONMENT.is_production
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Strict"
CSRF_TRUSTED_ORIGINS = list(ORIGINS)
LOGIN_URL = "desk-sign-in"

# Letters leave by this server; EMAIL_HOST and what belongs to it.
globals().update(_mail(ENVIRONMENT.mail_url))

# Who looks at the list of who is who from outside, each by their public key.
WITNESSES = ENVIRONMENT.witnesses

# Sealed files lie in a folder of the data folder, or in this bucket.
FILES = _bucket_of(ENVIRONMENT.files_url)

DATA_UPLOAD_MAX_MEMORY_SIZE = 1024 * 1024

# Warnings only, and no addresses of visitors: the server does not keep who came when.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {
        "django": {"handlers": [], "level": "WARNING", "propagate": True},
        "django.request": {"level": "ERROR"},
    },
}
