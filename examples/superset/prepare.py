# SPDX-License-Identifier: PostgreSQL
"""Makes Superset's own tables, its roles and one administrator, and imports the dashboard that stands beside this file.

Called by superset.sh with the settings of superset_config.py and SUPERSET_ADMIN_PASSWORD in the environment. One program
instead of four calls of `superset`, each of which takes seconds to load it.
"""

import os
from pathlib import Path

from flask import g
from flask_migrate import upgrade

from superset.app import create_app

HERE = Path(__file__).resolve().parent
# What Superset's own export holds: metadata.yaml, and the folders of databases, datasets, charts and dashboards.
BUNDLE = HERE / "dashboard"


def main() -> None:
    app = create_app()
    with app.app_context():
        upgrade()

        # These want the application's context, and the tables.
        from superset import appbuilder, db, security_manager
        from superset.commands.dashboard.importers.dispatcher import ImportDashboardsCommand

        appbuilder.add_permissions(update_perms=True)
        security_manager.sync_role_definitions()
        g.user = security_manager.add_user(
            username="admin",
            first_name="Bắc",
            last_name="Kạn",
            email="admin@localhost",
            role=security_manager.find_role("Admin"),
            password=os.environ["SUPERSET_ADMIN_PASSWORD"],
        )
        contents = {str(path.relative_to(BUNDLE)): path.read_text(encoding="utf-8") for path in BUNDLE.rglob("*.yaml")}
        ImportDashboardsCommand(contents, overwrite=True).run()
        db.session.commit()


if __name__ == "__main__":
    main()
