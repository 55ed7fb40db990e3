"""One key for one agency, however a plan spells it.

Plans of the same unit write "DINAS KOPERASI & UKM KAB. X", "Dinas Koperasi dan Usaha Kecil Menengah Kabupaten X" or
"OPD Dinas Koperasi UKM". The key folds case, punctuation, connecting words and the abbreviations of public offices.
"""

from __future__ import annotations

import re

_OFFICE_WORDS = {
    "kab": "kabupaten",
    "kec": "kecamatan",
    "kel": "kelurahan",
    "prov": "provinsi",
    "propinsi": "provinsi",
    "dis": "dinas",
    "kemen": "kementerian",
    "rs": "rumah sakit",
    "rsu": "rumah sakit umum",
    "rsud": "rumah sakit umum daerah",
    "uptd": "unit pelaksana teknis daerah",
    "upt": "unit pelaksana teknis",
    "puskesmas": "pusat kesehatan masyarakat",
    "ukm": "usaha kecil menengah",
    "um": "usaha mikro",
    "dukcapil": "kependudukan pencatatan sipil",
    "disdukcapil": "dinas kependudukan pencatatan sipil",
    "capil": "pencatatan sipil",
    "dpmptsp": "dinas penanaman modal pelayanan terpadu satu pintu",
    "bappeda": "badan perencanaan pembangunan daerah",
    "bkd": "badan kepegawaian daerah",
    "dishub": "dinas perhubungan",
    "dinkes": "dinas kesehatan",
    "dinsos": "dinas sosial",
    "dispendik": "dinas pendidikan",
    "disdik": "dinas pendidikan",
    "disnaker": "dinas tenaga kerja",
    "disperkim": "dinas perumahan permukiman",
    "setda": "sekretariat daerah",
    "sekda": "sekretariat daerah",
}
_LEFT_OUT = frozenset({"dan", "serta", "dengan", "pada", "di", "opd", "skpd", "pemerintah", "pemkab", "pemkot", "kantor"})


def agency_key(agency: str, region: str | None = None) -> str:
    """The words of the agency and its region, each once, in alphabetical order: an equal key is the same agency.

    The region is added so that a plan that leaves it out of the agency's name meets one that does not.
    """
    return " ".join(sorted(_key_words(agency) | _key_words(region or "")))


def _key_words(name: str) -> set[str]:
    words = re.findall(r"\w+", name.casefold().replace("&", " "))
    full = " ".join(_OFFICE_WORDS.get(word, word) for word in words)
    return {word for word in full.split() if word not in _LEFT_OUT}
