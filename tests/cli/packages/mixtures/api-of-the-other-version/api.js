// made for another publishing format
parent.API.LMSInitialize("");
