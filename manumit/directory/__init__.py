"""The directory: organisations and the services they give, each number with the day it was checked."""
