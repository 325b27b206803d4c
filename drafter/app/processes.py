"""What a process that works for another one must see to."""

from __future__ import annotations

import multiprocessing
import os
import threading


def end_with_parent() -> None:
    """See to it that this process ends when its parent is gone, be it killed: nobody else would end it."""
    parent = multiprocessing.parent_process()

    def watch() -> None:
        if parent:
            parent.join()
            os._exit(0)

    threading.Thread(target=watch, daemon=True).start()
