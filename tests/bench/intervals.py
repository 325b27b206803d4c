"""How far a mean may be trusted: percentile intervals of the bootstrap."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

RESAMPLES = 2_000


def interval(values: Sequence[float], share: float = 0.95) -> tuple[float, float]:
    """Return the interval in which the mean lies with that probability, drawn from `values` with a fixed seed."""
    if not values:
        return 0.0, 0.0
    rng = np.random.default_rng(0)
    means = np.array(values)[rng.integers(len(values), size=(RESAMPLES, len(values)))].mean(axis=1)
    low, high = np.quantile(means, [(1 - share) / 2, (1 + share) / 2])
    return float(low), float(high)


def with_interval(values: Sequence[float]) -> str:
    """Return mean and interval as they are printed: 0.981 (0.97–0.99)."""
    low, high = interval(values)
    return f"{np.mean(values) if values else 0:.3f} ({low:.2f}–{high:.2f})"
