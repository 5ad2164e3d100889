"""tuspy, as somebody would use it who has never seen our server: `python3 upload.py URL TOKEN FILE CHUNK`.

CHUNK is the size of a piece, each with its checksum; 0 sends the whole at once and without one.
Says `cut` and `refused STATUS` for what it has to try again, then `done URL`.
"""

import hashlib
import sys

from tusclient.client import TusClient
from tusclient.uploader import Uploader


class TellingUploader(Uploader):
    """Says what went wrong before it tries again."""

    def _retry_or_cry(self, error):
        status = getattr(error, "status_code", None)
        print("cut" if status is None else f"refused {status}")
        super()._retry_or_cry(error)


def main():
    endpoint, token, path, size = sys.argv[1:]
    with open(path, "rb") as file:
        digest = hashlib.sha256(file.read()).hexdigest()
    pieces = {"chunk_size": int(size), "upload_checksum": True} if int(size) else {}
    uploader = TellingUploader(
        path,
        client=TusClient(endpoint, headers={"Authorization": f"Bearer {token}"}),
        metadata={"filename": "lamp.jpg", "sha256": digest},
        retries=20,
        retry_delay=0.02,
        **pieces,
    )
    uploader.upload()
    print(f"done {uploader.url}")


main()
