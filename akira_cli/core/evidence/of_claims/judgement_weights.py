"""What tells of a fault, and how much: written by `make train`, not by hand."""

from __future__ import annotations

from akira_cli.core.evidence.of_claims.judgement import Judgement

DENIED = Judgement(
    bias=-2.201,
    weights={
        "affirmed": 0.548,
        "affirmed_anywhere": 0.427,
        "agreement_before": 0.983,
        "background": -0.679,
        "bad_denied_alone": 0.851,
        "bad_denied_and_told": 0.688,
        "by_cannot": 1.838,
        "by_hardly": -1.956,
        "by_lacking": -1.895,
        "by_neither": -1.744,
        "by_not": 0.39,
        "conceded": 1.635,
        "cue_by_subject": -0.457,
        "cue_close": -1.108,
        "denied_anywhere": -1.101,
        "double_and_cue": 3.603,
        "double_and_need": 2.033,
        "in_part": 0.303,
        "lead_of_no_cue": 0.543,
        "need_near": -0.502,
        "passive": 1.529,
        "title": -1.174,
        "untold": -0.21,
        "words": 0.183,
    },
    enough=0.704,
)

AFFIRMED = Judgement(
    bias=-3.061,
    weights={
        "background": -0.432,
        "beside": 0.419,
        "fitting": 0.999,
        "had": 0.928,
        "lead": 0.691,
        "named_only": -0.466,
        "needed": 1.578,
        "other_word": -0.854,
    },
    enough=0.389,
)

DIRECTED = Judgement(
    bias=-2.336,
    weights={
        "against": 0.605,
        "beside_against": 0.404,
        "beside_for": -0.404,
        "better": -0.14,
        "both_said": -1.011,
        "conceded": 0.669,
        "denied": -4.214,
        "doubtful": 0.214,
        "lead": -0.016,
        "meant": -0.18,
        "numbers": -0.512,
        "opposite": 0.379,
        "opposite_against": 0.2,
        "other_more_near": 1.048,
        "own_better_there": -1.083,
        "own_worse_alone": 1.873,
        "place": -0.02,
        "same_anywhere": -0.396,
        "same_better": -0.444,
        "same_more": -0.426,
        "same_more_near": -2.47,
        "than": 0.918,
        "words": 0.061,
    },
    enough=0.66,
)

OPPOSED = Judgement(
    bias=-2.367,
    weights={
        "against": 0.143,
        "beside_against": 0.374,
        "beside_for": -0.741,
        "covered": 0.288,
        "lead": 0.123,
        "near_against": 0.362,
    },
    enough=0.358,
)
