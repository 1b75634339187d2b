"""What keeps the desk's consultations unreadable to whoever holds the database.

Pure functions over bytes: no framework, no database, no clock. Every primitive is libsodium's, Argon2's
reference code or OpenSSL's; what stands here is which key opens what, and what each seal is bound to.
``docs/threat-model.md`` says what is promised and what is not, ``docs/adr/0022`` why it is built so.
"""
