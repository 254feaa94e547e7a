export const USAGE = `Sillon sync server

  npm run -s server -- serve [--port N] [--data DIR] [--demo] [--lan] [--public-host HOST] [--web DIR]
                                [--in-spite-of-settings]
      Serves the web application, the API and the database under one address.
      --port         port of the address (5985)
      --data         folder of the data (.data/cooperative, with --demo .data/demonstration)
      --demo         fill a new folder with a demonstration cooperative
      --lan          listen on the network too, not only on this computer; to join there people need https:// (a
                     proxy with a certificate and --public-host)
      --public-host  name under which a proxy on this computer publishes the server
      --web          folder of the built web application (dist/renderer)
      --in-spite-of-settings  start over a CouchDB whose settings provision calls a must

  npm run -s server -- enrol (--activity ID | --new "Activity" | --support) --name "First Last" [--data DIR]
      Enrols a person and prints a code for their first device (one use, 14 days).
      --another-person  somebody else than those of the same name: gets another account name

  npm run -s server -- enrol --account NAME [--data DIR]
      A fresh code for a person who is enrolled already. Using it sets a new password and ends their other sessions.

  npm run -s server -- revoke --account NAME [--device ID|PREFIX] [--data DIR]
      Ends the sessions of a device, or of an account with its password and codes; cuts their open requests.

  npm run -s server -- verify [--data DIR]
      Recomputes every salary statement and issued invoice; ends with 1 when one does not match.

  npm run -s server -- status [--data DIR]
      Databases, devices, when they were last seen, what waits to be consolidated, the last backup.

  npm run -s server -- audit [--account NAME] [--kind KIND] [--before ID] [--data DIR]
      Who did what on the server, newest first, fifty lines at a time.

  npm run -s server -- backup --to NEW-DIR [--data DIR]
      Every database with all revisions, attachments, security and local documents, while the server is in use.

  npm run -s server -- restore --from DIR [--into-existing] [--data DIR]
      Writes a backup into an empty server. The server must be stopped. Run again after an interruption, it goes on.
      --into-existing  add it to what is there: deletes nothing; what both changed stays as a conflict

  npm run -s server -- provision [--data DIR]
      Brings databases, security and rules up to date, and checks the settings of a real CouchDB; ends with 1 when
      something must be changed.

  npm run -s server -- rotate-keys [--data DIR]
      A new key for the tokens of the database; the old one is accepted for six more minutes. Sessions stay.

  npm run -s server -- erase-person --account NAME [--yes] [--data DIR]
      Lists what of a person can be erased and what the law keeps; with --yes erases it.

All but serve and restore use the server that runs on the folder, or open the folder themselves.

Environment
  COUCHDB_USER, COUCHDB_PASSWORD  the administrator; without them one is made and shown once
  COUCHDB_URL                     a CouchDB 3.x to use instead of the embedded database; the administrator may
                                  stand in it: http://name:password@host:5984
`;
