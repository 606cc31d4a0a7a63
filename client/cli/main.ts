process.stdout.write("papo\n");
