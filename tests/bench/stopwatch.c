/* stopwatch ROUNDS COMMAND [::: COMMAND]...: runs the commands one after the
 * other, ROUNDS times over, so that a slow moment of the machine falls on all
 * alike, and once before to warm up where there are several. One line a command and round: number of
 * the command, wall time in milliseconds, peak memory in KiB, time of all
 * processors in milliseconds. */
#include <fcntl.h>
#include <glib.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

static double
milliseconds (struct timeval time)
{
  return (double) time.tv_sec * 1000 + (double) time.tv_usec / 1000;
}

static void
run (char **command, int number, gboolean shown)
{
  gint64 start = g_get_monotonic_time ();
  struct rusage used;
  int status;
  pid_t child = fork ();

  if (child == 0) {
    dup2 (open ("/dev/null", O_WRONLY), STDOUT_FILENO);
    execvp (command[0], command);
    _exit (127);
  }
  if (child < 0 || wait4 (child, &status, 0, &used) < 0 || status != 0) {
    fprintf (stderr, "stopwatch: %s failed\n", command[0]);
    exit (1);
  }
  if (shown)
    printf ("%d\t%.2f\t%ld\t%.2f\n", number, (double) (g_get_monotonic_time () - start) / 1000,
            used.ru_maxrss, milliseconds (used.ru_utime) + milliseconds (used.ru_stime));
}

int
main (int argc, char **argv)
{
  int rounds = argc > 2 ? atoi (argv[1]) : 0;

  for (int round = rounds > 1 ? 0 : 1; round <= rounds; round++)
    for (int first = 2, number = 1; first < argc; number++) {
      int end = first;
      while (end < argc && strcmp (argv[end], ":::") != 0)
        end++;
      char *mark = argv[end]; /* argv ends with NULL, and so must a command */
      argv[end] = NULL;
      run (argv + first, number, round > 0);
      argv[end] = mark;
      first = end + 1;
    }
  return rounds > 0 ? 0 : 2;
}
