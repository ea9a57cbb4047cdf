import ArgumentParser

extension BidiMode: ExpressibleByArgument {}
