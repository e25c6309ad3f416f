# SPDX-License-Identifier: PostgreSQL
"""Superset's settings for the dashboard of Bắc Kạn: a private server on the loopback address, nothing fetched from
elsewhere. superset.sh starts it with these in the environment:

SUPERSET_METADATA_URI  where Superset keeps its own tables
SUPERSET_SECRET_KEY    made at random for each start
"""

import os

SQLALCHEMY_DATABASE_URI = os.environ["SUPERSET_METADATA_URI"]
SECRET_KEY = os.environ["SUPERSET_SECRET_KEY"]

APP_NAME = "poverty_ext"

# Numbers as Vietnamese print them: a comma before decimals, points between thousands, đồng behind the amount.
D3_FORMAT = {
    "decimal": ",",
    "thousands": ".",
    "grouping": [3],
    "currency": ["", " ₫"],
}

# The browser may speak to this server alone: no map tiles, no fonts, no telemetry of others.
TALISMAN_ENABLED = True
TALISMAN_CONFIG = {
    "content_security_policy": {
        "base-uri": ["'self'"],
        "default-src": ["'self'"],
        "img-src": ["'self'", "blob:", "data:"],
        "worker-src": ["'self'", "blob:"],
        "connect-src": ["'self'"],
        "object-src": "'none'",
        "style-src": ["'self'", "'unsafe-inline'"],
        "font-src": ["'self'", "data:"],
        "script-src": ["'self'", "'strict-dynamic'", "'unsafe-eval'"],
    },
    "content_security_policy_nonce_in": ["script-src"],
    "force_https": False,
    "session_cookie_secure": False,
}
SESSION_COOKIE_SAMESITE = "Strict"

# Answers are computed anew each time, so that a changed row shows at once.
DATA_CACHE_CONFIG = {"CACHE_TYPE": "NullCache"}

# An office's Superset lists and edits everything; what is not needed here stays off.
FEATURE_FLAGS = {
    "ALERT_REPORTS": False,
    "ALLOW_ADHOC_SUBQUERY": False,
    "ENABLE_TEMPLATE_PROCESSING": False,
}
FAB_ADD_SECURITY_API = False

# The tile map is a Handlebars chart: its tiles carry classes, which the dashboard's CSS places and colours; Handlebars
# makes functions of templates, which browsers call "eval".
HTML_SANITIZATION_SCHEMA_EXTENSIONS = {"attributes": {"*": ["className"]}}
