"""A refusal with the stable code of the protocol."""


class Fault(Exception):
    def __init__(self, code, message=""):
        super().__init__(f"{code}: {message}" if message else code)
        self.code = code
